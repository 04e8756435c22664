namespace TaskGen.Generator.Model;

/// <summary>Specifies how the instance of a task class is disposed.</summary>
internal enum DisposalKind
{
    /// <summary>The class is not disposable.</summary>
    None,

    /// <summary>The instance is disposed with <c>Dispose</c>.</summary>
    Dispose,

    /// <summary>The instance is disposed with <c>DisposeAsync</c>.</summary>
    DisposeAsync,
}
