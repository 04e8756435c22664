namespace TaskGen.Throughput;

/// <summary>One thing that is measured.</summary>
internal interface IPhase
{
    /// <summary>Its name on the command line and the first part of the names of its figures.</summary>
    string Name { get; }

    /// <summary>Measures it and reports the figures.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
