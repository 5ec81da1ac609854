import type { Translated } from '../translated.ts';
import type { changes as en } from '../en/changes.ts';

export const changes: Translated<'ko', typeof en> = {
  someone: '누군가',
  person: '{{name}}님',
  'item.unnamed_other': '이름을 알 수 없는 항목 {{count, number}}개',
  quoted: '‘{{name}}’',

  'change.actor.created': '{{actor, 이/가}} {{item, 을/를}} 만들었습니다',
  'change.actor.created-folder': '{{actor, 이/가}} {{item}} 폴더를 만들었습니다',
  'change.actor.edited': '{{actor, 이/가}} {{item, 을/를}} 편집했습니다',
  'change.actor.renamed': '{{actor, 이/가}} {{oldItem}}의 이름을 {{item, 으로/로}} 바꿨습니다',
  'change.actor.renamed-edited':
    '{{actor, 이/가}} {{oldItem}}의 이름을 {{item, 으로/로}} 바꾸고 편집했습니다',
  'change.actor.renamed-moved':
    '{{actor, 이/가}} {{oldItem}}의 이름을 {{item, 으로/로}} 바꾸고 이동했습니다',
  'change.actor.renamed-moved-edited':
    '{{actor, 이/가}} {{oldItem}}의 이름을 {{item, 으로/로}} 바꾸고 이동한 후 편집했습니다',
  'change.actor.renamed-only': '{{actor, 이/가}} {{item}}의 이름을 바꿨습니다',
  'change.actor.moved': '{{actor, 이/가}} {{item, 을/를}} 이동했습니다',
  'change.actor.moved-from':
    '{{actor, 이/가}} {{item, 을/를}} {{from}}에서 {{to, 으로/로}} 이동했습니다',
  'change.actor.moved-edited': '{{actor, 이/가}} {{item, 을/를}} 이동하고 편집했습니다',
  'change.actor.moved-from-edited':
    '{{actor, 이/가}} {{item, 을/를}} {{from}}에서 {{to, 으로/로}} 이동하고 편집했습니다',
  'change.actor.changed': '{{actor, 이/가}} {{item, 을/를}} 변경했습니다',
  'change.actor.shared': '{{actor, 이/가}} {{item, 을/를}} 공유했습니다',
  'change.actor.unshared': '{{actor, 이/가}} {{item}}의 공유를 중지했습니다',
  'change.actor.commented': '{{actor, 이/가}} {{item}}에 댓글을 남겼습니다',
  'change.actor.mentioned': '{{actor, 이/가}} {{item}}에서 나를 언급했습니다',
  'change.actor.deleted': '{{actor, 이/가}} {{item, 을/를}} 삭제했습니다',
  'change.actor.deleted-folder': '{{actor, 이/가}} {{item}} 폴더를 삭제했습니다',
  'change.actor.deleted-with_other':
    '{{actor, 이/가}} {{item}} 폴더와 그 안의 항목 {{count, number}}개를 삭제했습니다',
  'change.actor.deleted-a-file': '{{actor, 이/가}} {{to}}에서 파일을 삭제했습니다',
  'change.actor.deleted-a-folder': '{{actor, 이/가}} {{to}}에서 폴더를 삭제했습니다',

  'change.own.created': '내가 {{item, 을/를}} 만들었습니다',
  'change.own.created-folder': '내가 {{item}} 폴더를 만들었습니다',
  'change.own.edited': '내가 {{item, 을/를}} 편집했습니다',
  'change.own.renamed': '내가 {{oldItem}}의 이름을 {{item, 으로/로}} 바꿨습니다',
  'change.own.renamed-edited': '내가 {{oldItem}}의 이름을 {{item, 으로/로}} 바꾸고 편집했습니다',
  'change.own.renamed-moved': '내가 {{oldItem}}의 이름을 {{item, 으로/로}} 바꾸고 이동했습니다',
  'change.own.renamed-moved-edited':
    '내가 {{oldItem}}의 이름을 {{item, 으로/로}} 바꾸고 이동한 후 편집했습니다',
  'change.own.renamed-only': '내가 {{item}}의 이름을 바꿨습니다',
  'change.own.moved': '내가 {{item, 을/를}} 이동했습니다',
  'change.own.moved-from': '내가 {{item, 을/를}} {{from}}에서 {{to, 으로/로}} 이동했습니다',
  'change.own.moved-edited': '내가 {{item, 을/를}} 이동하고 편집했습니다',
  'change.own.moved-from-edited':
    '내가 {{item, 을/를}} {{from}}에서 {{to, 으로/로}} 이동하고 편집했습니다',
  'change.own.changed': '내가 {{item, 을/를}} 변경했습니다',
  'change.own.shared': '내가 {{item, 을/를}} 공유했습니다',
  'change.own.unshared': '내가 {{item}}의 공유를 중지했습니다',
  'change.own.commented': '내가 {{item}}에 댓글을 남겼습니다',
  'change.own.mentioned': '내가 {{item}}에서 나 자신을 언급했습니다',
  'change.own.deleted': '내가 {{item, 을/를}} 삭제했습니다',
  'change.own.deleted-folder': '내가 {{item}} 폴더를 삭제했습니다',
  'change.own.deleted-with_other':
    '내가 {{item}} 폴더와 그 안의 항목 {{count, number}}개를 삭제했습니다',
  'change.own.deleted-a-file': '내가 {{to}}에서 파일을 삭제했습니다',
  'change.own.deleted-a-folder': '내가 {{to}}에서 폴더를 삭제했습니다',

  'change.deleted': '{{item, 이/가}} 삭제되었습니다',
  'change.deleted-folder': '{{item}} 폴더가 삭제되었습니다',
  'change.deleted-with_other': '{{item}} 폴더와 그 안의 항목 {{count, number}}개가 삭제되었습니다',
  'change.deleted-a-file': '{{to}}에서 파일이 삭제되었습니다',
  'change.deleted-a-folder': '{{to}}에서 폴더가 삭제되었습니다',
  'change.deleted-unnamed_other':
    '{{to}}에서 이름을 알 수 없는 항목 {{count, number}}개가 삭제되었습니다',
  'change.restored': '{{item, 이/가}} 복원되었습니다',
  'change.appeared': '{{item, 이/가}} 추가되었습니다',
};
