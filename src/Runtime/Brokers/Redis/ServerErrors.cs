using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <summary>What an error of the connection says of the step: certainly not applied, or nobody knows.</summary>
internal static class ServerErrors
{
    /// <summary>Makes the exception that a caller of the broker sees.</summary>
    public static TaskGenException Translate(string step, string queue, Exception exception) => exception switch
    {
        RedisServerException server when WasRefused(server.Kind) && !CameFromWithin(server) =>
            new TaskBrokerException(Describe(step, queue, server), exception),
        RedisConnectionException { CommandStatus: CommandStatus.WaitingToBeSent or CommandStatus.WaitingInBacklog } =>
            NotSent(step, queue, exception),
        RedisTimeoutException { Commandstatus: CommandStatus.WaitingToBeSent or CommandStatus.WaitingInBacklog } =>
            NotSent(step, queue, exception),
        RedisConnectionException { FailureType: ConnectionFailureType.UnableToConnect or ConnectionFailureType.AuthenticationFailure } =>
            NotSent(step, queue, exception),
        RedisCommandException =>
            new TaskBrokerException($"Redis cannot be asked to {step} on queue '{queue}': {exception.Message}", exception),
        ObjectDisposedException =>
            new TaskBrokerException($"The connection to Redis is closed: nothing can be done on queue '{queue}' any more.", exception),
        _ => new BrokerUnknownException($"It is not known whether Redis did {step} on queue '{queue}': {exception.Message}", exception),
    };

    public static bool IsConnectionError(Exception exception) =>
        exception is RedisException or RedisCommandException or TimeoutException or ObjectDisposedException;

    // An error that a script meets on its way leaves what it has done before: those are not among these.
    private static bool WasRefused(RedisErrorKind kind) => kind is
        RedisErrorKind.OutOfMemory or RedisErrorKind.Loading or RedisErrorKind.ReadOnly or RedisErrorKind.ClusterDown
        or RedisErrorKind.MasterDown
        or RedisErrorKind.TryAgain or RedisErrorKind.NoReplicas or RedisErrorKind.Misconfigured or RedisErrorKind.Busy
        or RedisErrorKind.MaxClients
        or RedisErrorKind.Moved or RedisErrorKind.Ask or RedisErrorKind.CrossSlot or RedisErrorKind.NoAuth or RedisErrorKind.WrongPass
        or RedisErrorKind.NoPermission or RedisErrorKind.NotPermitted or RedisErrorKind.UnknownCommand or RedisErrorKind.NoScript
        or RedisErrorKind.UnknownRedirectTarget;

    // Redis names the line of a script that met an error. A command that is not allowed there comes after others that were.
    private static bool CameFromWithin(RedisServerException exception) =>
        exception.Message.Contains(", on @user_script:", StringComparison.Ordinal);

    private static string Describe(string step, string queue, RedisServerException exception) => exception.Kind switch
    {
        RedisErrorKind.OutOfMemory => $"Redis is full (maxmemory): it refused to {step} on queue '{queue}'. Waiting tasks still run; "
            + "add memory, or wait until the queue is drained.",
        RedisErrorKind.NoPermission or RedisErrorKind.NoAuth or RedisErrorKind.WrongPass =>
            $"Redis does not let this user {step} on queue '{queue}'. Its ACL needs the keys and channels of the namespace; "
            + $"docs/redis-keys.md has the rules. {exception.Message}",
        RedisErrorKind.Misconfigured => $"Redis cannot write its files and refused to {step} on queue '{queue}': {exception.Message}",
        _ => $"Redis refused to {step} on queue '{queue}': {exception.Message}",
    };

    private static TaskBrokerException NotSent(string step, string queue, Exception exception) =>
        new($"Redis could not be reached to {step} on queue '{queue}'; nothing was changed. {exception.Message}", exception);
}
