namespace FactChecking.Text;

/// <summary>Scripts that share words. Records are searched a group at a time, so that one script cannot crowd out another.</summary>
public enum ScriptGroup
{
    Latin,
    Cyrillic,
    Han,
    Other,
}
