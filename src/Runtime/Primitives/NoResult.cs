namespace TaskGen;

/// <summary>Represents the result type of a task that returns no value.</summary>
public readonly record struct NoResult;
