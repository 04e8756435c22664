namespace TaskGen.Brokers;

/// <summary>Somebody wants a task canceled of which nothing but the id is known: whoever holds it finds it by that.</summary>
internal readonly record struct StrayRequest(Guid Id, string? Reason);
