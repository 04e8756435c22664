namespace TaskGen.Brokers;

internal enum CancelOutcome
{
    /// <summary>It waited and has now ended as canceled.</summary>
    Canceled,

    /// <summary>
    /// Whoever holds it will be told, or, where nothing is known of it because it keeps no record, a request waits for it.
    /// </summary>
    Requested,

    /// <summary>It had ended.</summary>
    AlreadyEnded,

    /// <summary>No task of this id has a record here.</summary>
    NotFound,
}
