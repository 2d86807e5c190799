/** What a backup opens with: the journal's passphrase, its recovery code, or a passphrase that was made for the file. */
export type BackupSecretKind = 'journal' | 'code' | 'own';
