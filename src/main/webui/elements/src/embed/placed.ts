/** The part of the elements that is loaded when one of them stands on the page and somebody is signed in. */
export { Launcher } from './launcher'
export { Panel } from './panel'
export { WholePlace } from './whole-place'
