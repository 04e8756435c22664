namespace TaskGen.Sample;

/// <summary>Specifies the state of the task behind a progress bar.</summary>
internal enum BarState
{
    /// <summary>The task has not started, or waits for its next attempt.</summary>
    Waiting,

    /// <summary>The task is running.</summary>
    Running,

    /// <summary>The task succeeded.</summary>
    Succeeded,

    /// <summary>The task failed.</summary>
    Failed,

    /// <summary>The task was canceled.</summary>
    Canceled,
}
