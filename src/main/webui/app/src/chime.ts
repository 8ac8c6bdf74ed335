/** The two tones, in hertz: a rising fourth, which sounds like somebody calling and not like an alarm. */
const TONES = [660, 880] as const
const TONE_S = 0.12
const VOLUME = 0.08

/** The sound of a new message, made by the browser itself. */
export class Chime {
  #context: AudioContext | undefined

  /** Lets somebody hear it who has just asked for it. */
  async sample(): Promise<void> {
    if (!('AudioContext' in globalThis)) return
    await (this.#context ??= new AudioContext()).resume()
    this.sound()
  }

  /**
   * Sounds, unless the browser lets nothing sound yet: until somebody has touched the page. What would wait for that
   * is dropped, as it would then tell of nothing.
   */
  sound(): void {
    if (!('AudioContext' in globalThis)) return
    const context = (this.#context ??= new AudioContext())
    if (context.state === 'running') TONES.forEach((hertz, index) => tone(context, hertz, context.currentTime + index * TONE_S))
    else void context.resume()
  }
}

/** Comes and goes softly: a tone that is cut off clicks. */
function tone(context: AudioContext, hertz: number, at: number): void {
  const source = new OscillatorNode(context, { type: 'sine', frequency: hertz })
  const volume = new GainNode(context, { gain: 0 })
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(VOLUME, at + 0.015)
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 2 * TONE_S)
  source.connect(volume).connect(context.destination)
  source.start(at)
  source.stop(at + 2 * TONE_S)
}
