; Electron writes these two at run time; an update keeps them, an uninstall takes them along.
; The class id is the one given to app.setToastActivatorCLSID, the value's name is the appId.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey HKCU "Software\Classes\CLSID\{DE800F9F-0221-47B5-9D05-8CE4F27C2E4E}"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "io.github.drivebell.Drivebell"
  ${endIf}
!macroend
