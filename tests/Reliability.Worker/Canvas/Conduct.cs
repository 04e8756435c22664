namespace Reliability.Worker;

/// <summary>How a task of a random canvas behaves.</summary>
public enum Conduct
{
    /// <summary>Returns at once.</summary>
    Succeed,

    /// <summary>Fails its first attempt, and returns in the second.</summary>
    Retry,

    /// <summary>Fails every attempt.</summary>
    Fail,

    /// <summary>Asks to go straight to the dead letters.</summary>
    Reject,

    /// <summary>Has itself canceled, and waits for it.</summary>
    Cancel,

    /// <summary>Is dispatched when it is too late to run: its body never begins.</summary>
    Expire,
}
