; Electron writes these two at run time; an update keeps them, an uninstall takes them along.
; The class id is the one given to app.setToastActivatorCLSID, the value's name is the appId.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey HKCU "Software\Classes\CLSID\{DE800F9F-0221-47B5-9D05-8CE4F27C2E4E}"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "io.github.drivebell.Drivebell"
    ${if} $isDataUnwanted == "yes"
      SetShellVarContext current
      RMDir /r "$APPDATA\Drivebell"
      RMDir /r "$LOCALAPPDATA\drivebell-updater"
    ${endIf}
  ${endIf}
!macroend

!ifdef BUILD_UNINSTALLER
  Var isDataUnwanted

  ; Asked here, where it is still known whether the person is there: an uninstall with one click goes on as if silent.
  !macro customUnInit
    StrCpy $isDataUnwanted "no"
    ${ifNot} ${isUpdated}
      ${GetParameters} $R0
      ClearErrors
      ${GetOptions} $R0 "/S" $R1
      ${if} ${Errors}
        StrCpy $R2 "Also delete your settings, history and sign-ins on this computer?"
        ${if} $LANGUAGE == 1031
          StrCpy $R2 "Auch Einstellungen, Verlauf und Anmeldungen auf diesem Computer löschen?"
        ${elseIf} $LANGUAGE == 1042
          StrCpy $R2 "이 컴퓨터의 설정, 기록, 로그인 정보도 삭제할까요?"
        ${endIf}
        MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$R2" IDNO +2
        StrCpy $isDataUnwanted "yes"
      ${endIf}
    ${endIf}
  !macroend
!endif
