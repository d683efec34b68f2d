import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { StatusView } from '../../../app/contract/views.ts'
import { iconFile, lampFor } from '../../../main/tray/tray-icon.ts'
import { withoutTray } from '../../../main/tray/without-tray.ts'
import { NOW_MS, overviewView, profileView } from '../../support/views.ts'

const failure = { code: 'NEEDS_LOGIN', message: 'Ended.' }

function lamp(...states: readonly StatusView[]) {
  return lampFor(overviewView(states.map((status, at) => profileView({ id: `p${at}`, status }))))
}

describe('lampFor', () => {
  it('is dark when there is nothing to keep', () => {
    expect(lamp()).toBe('dark')
  })

  it('is dark while paused, because nothing is kept', () => {
    expect(lampFor(overviewView([profileView()], { scheduler: { running: true, paused: {} } }))).toBe('dark')
  })

  it('is lit when all is well', () => {
    expect(lamp({ kind: 'fresh' }, { kind: 'static' }, { kind: 'held', by: 'Codex', expired: false })).toBe(
      'lit',
    )
  })

  it('is half lit when something will mend itself', () => {
    expect(lamp({ kind: 'fresh' }, { kind: 'due', sinceMs: NOW_MS })).toBe('half')
    expect(lamp({ kind: 'fresh' }, { kind: 'expired', sinceMs: NOW_MS })).toBe('half')
    expect(lamp({ kind: 'retrying', untilMs: NOW_MS, failure })).toBe('half')
    const down = profileView({
      status: { kind: 'retrying', untilMs: NOW_MS, failure },
      accessExpiresAtMs: NOW_MS,
    })
    expect(lampFor(overviewView([down]))).toBe('notch')
  })

  it('has a notch when a person is needed, whatever else is due', () => {
    expect(lamp({ kind: 'due', sinceMs: NOW_MS }, { kind: 'needs-login', failure }, { kind: 'fresh' })).toBe(
      'notch',
    )
    const place = {
      label: 'OpenClaw · main',
      path: '/main',
      found: 'unreadable',
      present: true,
      problem: failure,
    }
    expect(lampFor(overviewView([profileView()], { places: [place] }))).toBe('notch')
  })

  it('is half lit for what is worth a look, and takes no notice of what is only told', () => {
    expect(lampFor(overviewView([profileView()], { problems: [failure] }))).toBe('half')
    expect(lampFor(withoutTray(overviewView([profileView()])))).toBe('lit')
  })
})

describe('iconFile', () => {
  const linux = { platform: 'linux', desktop: 'KDE', dark: false } as const

  it('fits the panel: its size, and its light or dark ground', () => {
    expect(iconFile('half', linux)).toBe('on-light/half-22.png')
    expect(iconFile('half', { ...linux, dark: true })).toBe('on-dark/half-22.png')
    expect(iconFile('half', { ...linux, platform: 'win32' })).toBe('on-light/half-16.png')
  })

  it('is for a dark bar on GNOME, whose theme says nothing about it', () => {
    expect(iconFile('lit', { ...linux, desktop: 'ubuntu:GNOME' })).toBe('on-dark/lit-22.png')
  })

  it('is a template image on macOS, which colours it itself', () => {
    expect(iconFile('half', { ...linux, platform: 'darwin' })).toBe('halfTemplate.png')
  })

  it('names files that are there', () => {
    for (const lamp of ['lit', 'half', 'notch', 'dark'] as const) {
      for (const platform of ['linux', 'win32', 'darwin'] as const) {
        for (const dark of [true, false]) {
          const file = iconFile(lamp, { ...linux, platform, dark })
          expect(existsSync(join('resources', 'tray', file)), file).toBe(true)
        }
      }
    }
  })
})
