namespace TaskGen.Generator.Model;

/// <summary>Specifies the source of the value of a parameter.</summary>
internal enum ParameterKind
{
    /// <summary>The caller of the dispatch method passes the value, which is part of the payload.</summary>
    Payload,

    /// <summary>The value is the cancellation token of the execution.</summary>
    CancellationToken,

    /// <summary>The value is the context of the execution.</summary>
    Context,

    /// <summary>The value reports the progress of the execution.</summary>
    Progress,

    /// <summary>The value reports the progress of the execution with a detail.</summary>
    DetailedProgress,

    /// <summary>The value is a service. The task fails if the service is not registered.</summary>
    RequiredService,

    /// <summary>The value is a service, or the default if the service is not registered.</summary>
    OptionalService,

    /// <summary>The value is the declared default, because no service can be the value of this constructor parameter.</summary>
    Constant,
}
