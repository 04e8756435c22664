namespace TaskGen.Servers;

/// <summary>A command whose reply has not come.</summary>
internal sealed class ExpectedReply
{
    private ExpectedReply()
    {
    }

    /// <summary>Whether its reply is not to reach the client.</summary>
    public bool Drop { get; private init; }

    /// <summary>Whether replies cannot be paired any more after it.</summary>
    public bool StopsPairing { get; private init; }

    /// <summary>The protocol that holds after it, unless it is refused.</summary>
    public int? Protocol { get; private init; }

    /// <summary>Of a command of publish and subscribe, its name as pushes have it.</summary>
    public string? Subscription { get; private init; }

    /// <summary>How many confirmations it gets; 0 is not known, at least one.</summary>
    public int Confirmations { get; private init; }

    /// <summary>How many have come.</summary>
    public int Confirmed { get; set; }

    public static ExpectedReply Of(RespCommand command, bool drop) =>
        command.Name switch
        {
            "SUBSCRIBE" or "PSUBSCRIBE" or "SSUBSCRIBE" or "UNSUBSCRIBE" or "PUNSUBSCRIBE" or "SUNSUBSCRIBE" =>
                new ExpectedReply { Subscription = command.Name.ToLowerInvariant(), Confirmations = command.Arguments.Count },
            "MONITOR" or "SYNC" or "PSYNC" => new ExpectedReply { StopsPairing = true },
            "CLIENT" when string.Equals(command.Text(0), "REPLY", StringComparison.OrdinalIgnoreCase) =>
                new ExpectedReply { StopsPairing = true },
            "HELLO" when command.Text(0) is "2" or "3" => new ExpectedReply { Protocol = command.Text(0) == "3" ? 3 : 2, Drop = drop },
            "RESET" => new ExpectedReply { Protocol = 2, Drop = drop },
            _ => new ExpectedReply { Drop = drop },
        };
}
