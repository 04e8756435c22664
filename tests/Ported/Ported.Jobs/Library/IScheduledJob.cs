namespace Ported.Jobs.Library;

/// <summary>Represents a job that also runs by a schedule.</summary>
public interface IScheduledJob
{
    /// <summary>Gets the name of the job for people.</summary>
    string DisplayName { get; }

    /// <summary>Gets the time between two runs.</summary>
    TimeSpan Interval { get; }

    /// <summary>Runs the job.</summary>
    /// <param name="cancellationToken">The token of the attempt.</param>
    /// <returns>The task.</returns>
    Task ExecuteAsync(CancellationToken cancellationToken);
}
