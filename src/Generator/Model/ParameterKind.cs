namespace TaskGen.Generator.Model;

/// <summary>Specifies the source of the value of a parameter.</summary>
internal enum ParameterKind
{
    /// <summary>The caller of the dispatch method passes the value, which is part of the payload.</summary>
    Payload,

    /// <summary>The value is the cancellation token of the task execution.</summary>
    CancellationToken,

    /// <summary>The value is the <c>TaskContext</c> of the execution.</summary>
    Context,

    /// <summary>The value is the object that reports progress without a detail value.</summary>
    Progress,

    /// <summary>The value is the object that reports progress with a typed detail value.</summary>
    DetailedProgress,

    /// <summary>The value is a service. The task fails if the service is not registered.</summary>
    RequiredService,

    /// <summary>The value is a service, or the default value if the service is not registered.</summary>
    OptionalService,

    /// <summary>The value is the declared default value, because this constructor parameter has a type that cannot be a service.</summary>
    Constant,
}
