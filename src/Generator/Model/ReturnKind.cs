namespace TaskGen.Generator.Model;

/// <summary>Specifies how a task method returns its result.</summary>
internal enum ReturnKind
{
    /// <summary>The method is synchronous and has no result.</summary>
    Void,

    /// <summary>The method is synchronous and returns the result.</summary>
    Value,

    /// <summary>The method is awaited and has no result.</summary>
    AwaitedVoid,

    /// <summary>The method is awaited and has a result.</summary>
    AwaitedValue,
}
