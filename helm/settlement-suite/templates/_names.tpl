{{/* Names and labels. Every helper takes a dict: root (the chart's context), name (of the component), c (its settings). */}}

{{- define "suite.name" -}}
{{- printf "%s-%s" .root.Release.Name .name | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{/* What never changes of a component: selectors are made of these alone. */}}
{{- define "suite.selector" -}}
app.kubernetes.io/name: settlement-suite
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .name }}
{{- end -}}

{{- define "suite.labels" -}}
{{ include "suite.selector" . }}
app.kubernetes.io/part-of: settlement-suite
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{/* Every pod of the release. */}}
{{- define "suite.all" -}}
app.kubernetes.io/name: settlement-suite
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end -}}

{{- define "suite.account" -}}
{{- if .c.serviceAccount.create -}}
{{- default (include "suite.name" .) .c.serviceAccount.name -}}
{{- else -}}
{{- required (printf "components.%s.serviceAccount.name is needed where none is created" .name) .c.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{/* A digest goes before a tag, a tag before the chart's version. */}}
{{- define "suite.image" -}}
{{- $image := .c.image -}}
{{- $name := required (printf "components.%s.image.repository is missing" .name) $image.repository -}}
{{- if $image.registry }}{{ $name = printf "%s/%s" (trimSuffix "/" $image.registry) $name }}{{ end -}}
{{- if $image.digest -}}
{{- printf "%s@%s" $name $image.digest -}}
{{- else -}}
{{- printf "%s:%s" $name (default .root.Chart.AppVersion $image.tag) -}}
{{- end -}}
{{- end -}}

{{/* Whose images, tests included, are pulled with what. */}}
{{- define "suite.pullSecrets" -}}
{{- with .root.Values.imagePullSecrets }}
imagePullSecrets:
{{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
{{- end -}}
