// The part of the elements that is loaded when something is opened for the first time, with what the SDK needs then.
import '@eplatform/chat/opened'

export { Floating } from './floating'
export { View } from './view'
