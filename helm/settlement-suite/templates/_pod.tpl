{{/* What Deployments and migrations share. `owner` is true where the database's owner comes instead of the application's role. */}}

{{- define "suite.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ .root.Values.podSecurity.user }}
runAsGroup: {{ .root.Values.podSecurity.group }}
fsGroup: {{ .root.Values.podSecurity.group }}
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "suite.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities:
  drop: [ALL]
{{- end -}}

{{- define "suite.environment" -}}
- name: SPRING_CONFIG_ADDITIONAL_LOCATION
  value: "file:/etc/settlement/config/,configtree:/etc/settlement/properties/"
- name: JAVA_TOOL_OPTIONS
  value: {{ printf "%s%s" .c.javaOptions (ternary " -Dspring.context.exit=onRefresh" "" (default false .owner)) | quote }}
{{- end -}}

{{- define "suite.mounts" -}}
- name: config
  mountPath: /etc/settlement/config
  readOnly: true
- name: properties
  mountPath: /etc/settlement/properties
  readOnly: true
{{- range $folder, $from := include "suite.secretFiles" . | fromYaml }}
- name: {{ printf "files-%s" $folder }}
  mountPath: /etc/settlement/secrets/{{ $folder }}
  readOnly: true
{{- end }}
- name: tmp
  mountPath: /tmp
{{- end -}}

{{- define "suite.volumes" -}}
{{- $database := ternary .c.database.ownerSecret .c.database.secret (default false .owner) -}}
- name: config
  configMap:
    name: {{ .configMap }}
- name: properties
  projected:
    defaultMode: 0440
    sources:
      - secret:
          name: {{ required (printf "components.%s.database.%s.name is missing" .name (ternary "ownerSecret" "secret" (default false .owner))) $database.name }}
          items:
            - key: {{ $database.usernameKey }}
              path: spring.datasource.username
            - key: {{ $database.passwordKey }}
              path: spring.datasource.password
{{- if and (not (default false .owner)) (eq .root.Values.migrations.mode "startup") .c.database.ownerSecret.name }}
      - secret:
          name: {{ .c.database.ownerSecret.name }}
          items:
            - key: {{ .c.database.ownerSecret.usernameKey }}
              path: spring.flyway.user
            - key: {{ .c.database.ownerSecret.passwordKey }}
              path: spring.flyway.password
{{- end }}
{{- with include "suite.kafkaUser" . | fromYaml }}
      - secret:
          name: {{ .secret }}
          items:
{{- range $key, $property := .items }}
            - key: {{ $key }}
              path: {{ $property }}
{{- end }}
{{- end }}
{{- $sources := deepCopy .c.secretProperties }}
{{- if ne .name "gateway" }}{{ $sources = mergeOverwrite (deepCopy .root.Values.nodes.secretProperties) $sources }}{{ end }}
{{- range $source, $from := $sources }}
      - secret:
          name: {{ $from.secret }}
          items:
{{- range $key, $property := $from.items }}
            - key: {{ $key }}
              path: {{ $property }}
{{- end }}
{{- end }}
{{- range $folder, $from := include "suite.secretFiles" . | fromYaml }}
- name: {{ printf "files-%s" $folder }}
  secret:
    secretName: {{ $from.secret }}
    defaultMode: 0440
{{- with $from.items }}
    items:
{{- range $key, $path := . }}
      - key: {{ $key }}
        path: {{ $path }}
{{- end }}
{{- end }}
{{- end }}
- name: tmp
  emptyDir:
    sizeLimit: {{ .c.temporary }}
{{- end -}}
