namespace TaskGen.Generator.Model;

/// <summary>Where the value of a parameter comes from.</summary>
internal enum ParameterKind
{
    /// <summary>From whoever dispatches.</summary>
    Payload,

    /// <summary>The token of the execution.</summary>
    CancellationToken,

    /// <summary>The execution itself.</summary>
    Context,

    /// <summary>The progress of the execution.</summary>
    Progress,

    /// <summary>The progress of the execution with a detail.</summary>
    DetailedProgress,

    /// <summary>A service without which the task cannot run.</summary>
    RequiredService,

    /// <summary>A service that may be missing.</summary>
    OptionalService,

    /// <summary>A constructor parameter that no service can fill: its default.</summary>
    Constant,
}
