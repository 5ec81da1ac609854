import type { ReactNode } from 'react';
import { Field, Select } from '@fluentui/react-components';
import { type CloudId, cloudIds } from '../../shared/snapshot.ts';
import { useSurroundings } from '../surroundings.ts';

interface CloudChoiceProps {
  readonly cloud: CloudId;
  readonly onCloud: (cloud: CloudId) => void;
}

export function CloudChoice({ cloud, onCloud }: CloudChoiceProps): ReactNode {
  const { t } = useSurroundings();
  return (
    <Field
      label={t('ways.cloud')}
      {...(cloud !== 'global' && { hint: t('ways.cloud.no-personal') })}
    >
      <Select value={cloud} onChange={(_event, data) => onCloud(data.value as CloudId)}>
        {cloudIds.map((id) => (
          <option key={id} value={id}>
            {t(id === 'global' ? 'ways.cloud.most-people' : `cloud.${id}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
