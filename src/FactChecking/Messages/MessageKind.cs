namespace FactChecking.Messages;

internal enum MessageKind
{
    /// <summary>Says something that can be looked up.</summary>
    Checkable,

    /// <summary>Has words of opinion in it, none of which is enough by itself.</summary>
    PerhapsOpinion,

    /// <summary>An opinion, a wish, a slogan or a prediction.</summary>
    Opinion,

    /// <summary>No words, or one.</summary>
    Nothing,
}
