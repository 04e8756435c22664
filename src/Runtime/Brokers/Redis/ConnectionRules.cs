using System.Collections.Frozen;
using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <summary>
/// Checks options of StackExchange.Redis that change which commands, keys, or channels reach the server. With some of them, TaskGen would
/// work slowly or incorrectly without an error.
/// </summary>
internal static class ConnectionRules
{
    private static readonly FrozenSet<string> Commands = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "EVALSHA", "EVAL", "SUBSCRIBE", "UNSUBSCRIBE", "LRANGE", "HSCAN");

    /// <summary>
    /// Returns a copy of the options in which options are reset that TaskGen does not use: the channel prefix, because scripts publish to
    /// channels without it, and the tie-breaker and the configuration channel, because the Redis user might not have access to them. A
    /// connection that cannot be opened is an error, after which TaskGen opens it again: a connection that is returned before it is open
    /// does not indicate which kind of server it has.
    /// </summary>
    /// <exception cref="ArgumentException">A required command is disabled.</exception>
    public static ConfigurationOptions ForOwn(ConfigurationOptions options)
    {
        Check(options);
        var own = options.Clone();
        own.ChannelPrefix = default;
        own.TieBreaker = "";
        own.ConfigurationChannel = "";
        own.AbortOnConnectFail = true;
        own.SetDefaultPorts();
        return own;
    }

    /// <summary>Checks the options of a connection that the application has opened.</summary>
    /// <exception cref="ArgumentException">The connection has a channel prefix, or a required command is disabled.</exception>
    public static void CheckShared(IConnectionMultiplexer connection)
    {
        var options = ConfigurationOptions.Parse(connection.Configuration, ignoreUnknown: true);
        if (!options.ChannelPrefix.IsNullOrEmpty)
        {
            throw new ArgumentException(
                $"The connection has the channel prefix '{options.ChannelPrefix}', with which notifications of TaskGen are not received. "
                + "Use a connection without channelPrefix, or pass a configuration string to UseRedis.",
                nameof(connection));
        }

        Check(options);
    }

    private static void Check(ConfigurationOptions options)
    {
        // The command map is written as "$COMMAND=name,..."; a disabled command has no name.
        var disabled = $"{options.CommandMap}".Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(static entry => entry.EndsWith('='))
            .Select(static entry => entry.Trim('$', '='))
            .Where(Commands.Contains)
            .ToList();
        if (disabled.Count > 0)
        {
            throw new ArgumentException(
                $"The Redis configuration disables the commands {string.Join(", ", disabled)}, which TaskGen requires. "
                + "Remove them from the command map, "
                + "and do not use a proxy that does not support scripts and subscriptions.",
                nameof(options));
        }
    }
}
