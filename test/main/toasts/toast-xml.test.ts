import { describe, expect, it } from 'vitest';
import { readActivation, toastXml } from '../../../src/main/toasts/toast-xml.ts';
import { openAndMute, toast } from './support.ts';

describe('a toast for Windows', () => {
  it('says which it is when it is clicked', () => {
    expect(toastXml(toast({ title: 'T', body: 'B' }))).toBe(
      '<toast launch="type=click&amp;tag=n-1"><visual><binding template="ToastGeneric">' +
        '<text>T</text><text>B</text></binding></visual></toast>',
    );
  });

  it('says which button it was', () => {
    expect(toastXml(toast({ actions: openAndMute }))).toContain(
      '<actions><action activationType="foreground" arguments="type=action&amp;action=0&amp;tag=n-1&amp;key=open" content="Open"/>' +
        '<action activationType="foreground" arguments="type=action&amp;action=1&amp;tag=n-1&amp;key=mute" content="Mute"/></actions>',
    );
  });

  it('is silent', () => {
    expect(toastXml(toast({ isSilent: true }))).toContain('<audio silent="true"/></toast>');
  });

  it('stays, which takes a button', () => {
    const xml = toastXml(toast({ stays: true }));
    expect(xml).toContain(' scenario="reminder">');
    expect(xml).toContain(
      '<actions><action activationType="system" arguments="dismiss" content=""/></actions>',
    );
  });

  it('cannot be rewritten by a name', () => {
    const name = `</text><actions><action content="x"/>&"'<`;
    const xml = toastXml(
      toast({ title: name, body: name, actions: [{ key: 'open', label: name }] }),
    );
    expect(xml.match(/<action /g)).toHaveLength(1);
    expect(xml.match(/<text>/g)).toHaveLength(2);
    expect(xml).toContain('&lt;/text&gt;&lt;actions&gt;&lt;action content=&quot;x&quot;/&gt;&amp;');
  });
});

describe('what Windows hands over', () => {
  it.each([
    ['type=click&tag=n-12', { id: 'n-12', key: null }],
    ['type=action&action=0&tag=s-a1&key=open-folder', { id: 's-a1', key: 'open-folder' }],
  ])('is read: %s', (given, activation) => {
    expect(readActivation(given)).toEqual(activation);
  });

  it.each([
    '',
    'type=click',
    'type=click&tag=',
    'type=click&tag=n-1&tag=n-2',
    'type=click&tag=n-1\n',
    'type=click&tag=../n-1',
    `type=click&tag=${'n'.repeat(65)}`,
    'type=action&action=0&tag=n-1',
    'type=action&action=x&tag=n-1&key=open',
    'type=action&action=0&tag=n-1&key=Open%20it',
    'type=reply&tag=n-1',
    ' type=click&tag=n-1',
  ])('is no word of ours: %j', (given) => {
    expect(readActivation(given)).toBeNull();
  });
});
