{{/* chat.ports (dict ports protocols): the ports of a rule. */}}
{{- define "chat.ports" -}}
{{- $ports := .ports -}}
ports:
  {{- range $protocol := .protocols }}
  {{- range $ports }}
  - protocol: {{ $protocol }}
    port: {{ . }}
  {{- end }}
  {{- end }}
{{- end -}}

{{/* chat.egressRule (dict to ports protocols): without peers, to anywhere on these ports. */}}
{{- define "chat.egressRule" -}}
- {{ include "chat.ports" . | nindent 2 | trim }}
  {{- with .to }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}

{{/* What the migration needs as well. */}}
{{- define "chat.databaseEgress" -}}
{{- with .Values.networkPolicy.egress -}}
{{- include "chat.egressRule" (dict "to" .dns.to "ports" .dns.ports "protocols" (list "UDP" "TCP")) }}
{{ include "chat.egressRule" (dict "to" .database.to "ports" .database.ports "protocols" (list "TCP")) }}
{{- with .extra }}
{{ toYaml . }}
{{- end }}
{{- end }}
{{- end -}}
