/**
 * Roles a post can carry. A person holds a role only through an appointment to
 * a post, over the area of that post and for a period (or as the post's
 * substitute for a time). Three administrators are separate and exclude one
 * another (GB/T 22239: system, security, audit).
 */
export const ROLES = [
  /** 受理员: receives, files, calls back and closes; the intake body. */
  'intake',
  /** 派遣员: dispatches what is filed and decides disputed dispatches. */
  'dispatcher',
  /** 处置人员: works for the unit a matter is dispatched to. */
  'handler',
  /** 核查员: checks on the spot, never what the own unit handled. */
  'checker',
  /** 网格员: reports and handles in the own grid or community. */
  'grid_worker',
  /** 征收经办员: writes compensation schemes, publishes what a colleague wrote. */
  'relocation_officer',
  /** 督查: supervises, sees all of the area, hears complaints about handling. */
  'supervisor',
  /** 领导: reads, instructs (批示), approves shelving and exclusions. */
  'leader',
  /** 系统管理员: organisations, posts, categories, limits. */
  'system_admin',
  /** 安全管理员: accounts, appointments, sessions. */
  'security_admin',
  /** 审计管理员: reads audit and access logs, changes nothing. */
  'audit_admin',
] as const;

export type Role = (typeof ROLES)[number];
