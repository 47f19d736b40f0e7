import type { CatalogueMetric } from '../catalogue.ts'

const security = {
  category: 'security',
  starter: false,
  ownerRole: 'head_of_security',
  rhythm: 'monthly',
  scale: 'linear',
  least: 0,
  source: '',
} as const

const share = { ...security, unit: '%', good: 'up', most: 100 } as const
const count = { ...security, unit: 'count', good: 'down', ratio: null, most: null } as const

const percent = (numerator: string, denominator: string) => ({ numerator, denominator, factor: 100 })

export const securityMetrics: readonly CatalogueMetric[] = [
  {
    ...share,
    key: 'critical_patch_time',
    name: 'Critical vulnerabilities patched in time',
    starter: true,
    formula: 'closed in window / closed or past due; read with the Kaplan–Meier p90 in days',
    ratio: percent('closed in window', 'closed or past due'),
    target: 95,
    guardrail: 85,
  },
  {
    ...count,
    key: 'open_critical_high',
    name: 'Open critical and high findings',
    formula: 'critical and high findings that are open; read with those past due',
    target: null,
    guardrail: null,
  },
  {
    ...share,
    key: 'control_coverage',
    name: 'Compliance control coverage',
    formula: 'operating controls / in-scope controls',
    ratio: percent('operating controls', 'in-scope controls'),
    target: 95,
    guardrail: 85,
  },
  {
    ...count,
    key: 'audit_overdue',
    name: 'Audit findings overdue',
    formula: 'audit findings past their due date',
    target: 0,
    guardrail: 0,
  },
  {
    ...share,
    key: 'privileged_reviews',
    name: 'Privileged-access reviews on time',
    formula: 'reviewed within 180 days / privileged accounts',
    ratio: percent('reviewed', 'privileged accounts'),
    target: 100,
    guardrail: 90,
    source: 'PCI DSS 7.2.4',
  },
  {
    ...share,
    key: 'mfa_coverage',
    name: 'MFA coverage',
    formula: 'enrolled / accounts; every privileged account is expected to be enrolled',
    ratio: percent('enrolled', 'accounts'),
    target: 100,
    guardrail: 98,
  },
  {
    ...share,
    key: 'secrets_rotation',
    name: 'Secrets inside rotation window',
    formula: 'inside window (no older than the policy allows) / secrets',
    ratio: percent('inside window', 'secrets'),
    target: 95,
    guardrail: 85,
  },
  {
    ...count,
    key: 'data_incidents',
    name: 'Data incidents',
    formula: 'data incidents, told apart by severity',
    target: 0,
    guardrail: 0,
  },
  {
    ...share,
    key: 'classification',
    name: 'Data classification coverage',
    formula: 'classified / data stores',
    ratio: percent('classified', 'data stores'),
    target: 90,
    guardrail: 75,
  },
  {
    ...security,
    key: 'data_ai_governance',
    name: 'Model and data governance maturity',
    unit: '1–5',
    good: 'up',
    formula: 'level reached on the checklist',
    ratio: null,
    least: 1,
    most: 5,
    target: 3,
    guardrail: 2,
  },
]
