/** Units of the demonstration district: who they are, what posts they have, whose duty is what. */
import type { PostPlan, UnitPlan } from './founding.ts';

type Planned = Pick<UnitPlan, 'name' | 'kind' | 'posts'> & {
  /** Categories, by the beginning of their code, whose owner the unit is. */
  readonly owns: readonly string[];
};

/** People of the demonstration are called by what they do: nobody real is meant. */
function holder(name: string, code?: string) {
  return { holder: `演示·${name}`, ...(code && { code: `demo-${code}` }) };
}

function handlers(short: string, code?: string): PostPlan[] {
  return [
    { title: `${short}处置岗`, roles: ['handler'], rank: 1, ...holder(`${short}处置员`, code) },
    { title: `${short}负责人`, roles: ['handler'], rank: 2, ...holder(`${short}负责人`) },
  ];
}

export const DISTRICT_UNITS: readonly Planned[] = [
  {
    name: '区城市运行管理中心',
    kind: 'command_centre',
    owns: [],
    posts: [
      { title: '受理岗', roles: ['intake'], rank: 1, ...holder('受理员', 'intake') },
      { title: '回访岗', roles: ['intake'], rank: 1, ...holder('回访员', 'caller') },
      { title: '派遣岗', roles: ['dispatcher'], rank: 1, ...holder('派遣员', 'dispatcher') },
      { title: '核查岗', roles: ['checker'], rank: 1, ...holder('核查员', 'checker') },
      { title: '系统管理岗', roles: ['system_admin'], rank: 2, ...holder('系统管理员', 'system') },
      {
        title: '安全管理岗',
        roles: ['security_admin'],
        rank: 2,
        ...holder('安全管理员', 'security'),
      },
      { title: '审计管理岗', roles: ['audit_admin'], rank: 2, ...holder('审计管理员', 'audit') },
    ],
  },
  {
    name: '区政府',
    kind: 'government',
    owns: [],
    posts: [{ title: '分管领导', roles: ['leader'], rank: 4, ...holder('分管领导', 'leader') }],
  },
  {
    name: '区督查室',
    kind: 'department',
    owns: [],
    posts: [{ title: '督查岗', roles: ['supervisor'], rank: 3, ...holder('督查员', 'supervisor') }],
  },
  {
    name: '房屋征收办公室',
    kind: 'department',
    owns: [],
    posts: [
      {
        ...{ title: '征收经办岗', roles: ['relocation_officer'], rank: 1 },
        ...holder('征收经办员', 'officer'),
      },
      {
        ...{ title: '征收审核岗', roles: ['relocation_officer'], rank: 2 },
        ...holder('征收审核员', 'reviewer'),
      },
    ],
  },
  {
    name: '社会事务服务中心',
    kind: 'department',
    owns: ['S08'],
    posts: handlers('事务'),
  },
  {
    name: '市政设施养护所',
    kind: 'department',
    owns: ['B01', 'B02', 'S0701', 'S0702'],
    posts: handlers('市政', 'lamps'),
  },
  {
    name: '环境卫生所',
    kind: 'department',
    owns: ['B03', 'S0101', 'S0102', 'S0103', 'S0104'],
    posts: handlers('环卫'),
  },
  { name: '园林绿化所', kind: 'department', owns: ['B04', 'S0703'], posts: handlers('园林') },
  {
    name: '综合行政执法大队',
    kind: 'department',
    owns: ['S0105', 'S02', 'S04'],
    posts: handlers('执法'),
  },
  { name: '住房和城乡建设局', kind: 'department', owns: ['S03', 'S05'], posts: handlers('住建') },
  { name: '河道管理中心', kind: 'department', owns: ['B05', 'S06'], posts: handlers('河道') },
  {
    name: '消防救援大队',
    kind: 'department',
    owns: ['B0107', 'S0502', 'S0504'],
    posts: handlers('消防'),
  },
];

type TerritorialUnit = Pick<UnitPlan, 'name' | 'kind' | 'posts' | 'contact'>;

/** Invented, as nobody's door or number: a code of the list stands in the number. */
function contactOf(door: string, code: string): NonNullable<UnitPlan['contact']> {
  return {
    phone: `0371-0000${code.slice(-4)}`,
    address: `${door}（演示）`,
    hours: '周一至周五 9:00–12:00、14:00–17:30',
  };
}

export function streetUnit(name: string, code: string): TerritorialUnit {
  const short = name.replace(/街道$/, '');
  return {
    name: `${name}办事处`,
    kind: 'street_office',
    contact: contactOf(`${short}便民服务中心`, code),
    posts: [
      { title: '街道处置岗', roles: ['handler'], rank: 1, ...holder(`${short}处置员`) },
      { title: '街道受理岗', roles: ['intake'], rank: 1, ...holder(`${short}受理员`) },
      { title: '街道核查岗', roles: ['checker'], rank: 1, ...holder(`${short}核查员`) },
      { title: '街道主要负责人', roles: ['leader'], rank: 3, ...holder(`${short}负责人`) },
    ],
  };
}

export function communityUnit(name: string, code: string): TerritorialUnit {
  const village = /村/.test(name.slice(-5));
  return {
    name,
    kind: village ? 'village' : 'community',
    contact: contactOf(
      `${name.replace(/(?:居委会|居民委员会|村委会|村民委员会)$/, '')}党群服务中心`,
      code,
    ),
    posts: [
      { title: '社区处置岗', roles: ['handler', 'grid_worker'], rank: 1, ...holder('社区干部') },
    ],
  };
}
