namespace Broker.Conformance;

/// <summary>What a random step does.</summary>
internal enum ModelAction
{
    Enqueue,
    EnqueueAgain,
    Lease,
    Settle,
    Start,
    Progress,
    Cancel,
    Renew,
    Reconcile,
    Replay,
    Maintain,
    Advance,
    StopHeartbeat,
    ResumeHeartbeat,
    Leave,
    Rejoin,
    Plant,
    StartCanvas,
    Deliver,
    CancelCanvas,
    Acquire,
    RenewResource,
    Release,
}
