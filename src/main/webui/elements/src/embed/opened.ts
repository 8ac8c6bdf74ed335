/** The part of the elements that is loaded when something is opened for the first time. */
export { Floating } from './floating'
export { View } from './view'
