{{/* Pod and container of everything the chart runs: the profile "restricted" of the Pod Security Standards. */}}
{{- define "chat.podSecurity" -}}
automountServiceAccountToken: false
# Their CHAT_... variables would look like settings of ours.
enableServiceLinks: false
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
securityContext:
  runAsNonRoot: true
  {{- with .Values.runAsUser }}
  runAsUser: {{ . }}
  runAsGroup: {{ . }}
  fsGroup: {{ . }}
  {{- end }}
  seccompProfile:
    type: RuntimeDefault
{{- end -}}

{{- define "chat.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
privileged: false
capabilities:
  drop: [ALL]
{{- end -}}

{{/* Where the pods run. */}}
{{- define "chat.scheduling" -}}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* What is left out is not written as null. */}}
{{- define "chat.resources" -}}
{{- $limits := dict -}}
{{- range $name, $value := .Values.resources.limits -}}
{{- if $value -}}{{- $_ := set $limits $name $value -}}{{- end -}}
{{- end -}}
requests:
  {{- toYaml .Values.resources.requests | nindent 2 }}
limits:
  {{- toYaml $limits | nindent 2 }}
{{- end -}}

{{/* The authorities whose certificates are taken, by the name of their directory below /etc/chat. */}}
{{- define "chat.authorities" -}}
{{- dict "database" .Values.database.ca "redis" .Values.relay.redis.ca | toYaml -}}
{{- end -}}

{{- define "chat.volumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: {{ .Values.tmp.sizeLimit }}
{{- range $name, $authority := include "chat.authorities" . | fromYaml }}
{{- if $authority.existingSecret }}
- name: {{ $name }}-ca
  secret:
    secretName: {{ $authority.existingSecret }}
    items:
      - key: {{ $authority.key }}
        path: ca.crt
{{- end }}
{{- end }}
{{- with .Values.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "chat.volumeMounts" -}}
- name: tmp
  mountPath: /tmp
{{- range $name, $authority := include "chat.authorities" . | fromYaml }}
{{- if $authority.existingSecret }}
- name: {{ $name }}-ca
  mountPath: /etc/chat/{{ $name }}
  readOnly: true
{{- end }}
{{- end }}
{{- with .Values.extraVolumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* The container that only migrates, before the pods (job) or before each one (init). */}}
{{- define "chat.migrationContainer" -}}
name: migrate
image: {{ include "chat.image" . }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
{{- with .Values.args }}
args:
  {{- toYaml . | nindent 2 }}
{{- end }}
securityContext:
  {{- include "chat.containerSecurity" . | nindent 2 }}
env:
  {{- include "chat.databaseEnv" (dict "root" . "migrating" true) | nindent 2 }}
  - name: CHAT_MIGRATE
    value: only
  {{- include "chat.furtherEnv" . | nindent 2 }}
resources:
  {{- include "chat.resources" . | nindent 2 }}
volumeMounts:
  {{- include "chat.volumeMounts" . | nindent 2 }}
{{- end -}}
