namespace Integration.Tests;

/// <summary>
/// The tests that state how long something takes at most run one after the other, when no other test of the project runs.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TimedGroup
{
    public const string Name = "timed";
}
