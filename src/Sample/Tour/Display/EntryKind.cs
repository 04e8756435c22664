namespace TaskGen.Sample;

/// <summary>Specifies how a line of a step is shown.</summary>
internal enum EntryKind
{
    /// <summary>A result.</summary>
    Result,

    /// <summary>The failure of a task, in red.</summary>
    Error,

    /// <summary>A check that passed, with a green check mark.</summary>
    Passed,

    /// <summary>A check that did not pass, in red.</summary>
    Failed,
}
