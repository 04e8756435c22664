namespace TaskGen.Generator.Model;

/// <summary>How a task method returns.</summary>
internal enum ReturnKind
{
    /// <summary>Nothing, at once.</summary>
    Void,

    /// <summary>A value, at once.</summary>
    Value,

    /// <summary>Nothing, later.</summary>
    AwaitedVoid,

    /// <summary>A value, later.</summary>
    AwaitedValue,
}
