namespace Generator.Tests.Payload.Facts;

/// <summary>The facts about all samples. They are found once for all tests.</summary>
public sealed class SampleFacts
{
    private readonly Lazy<Task<Dictionary<string, Fact>>> _inSource = new(static () => new SampleProgram(areReferenced: false).RunAsync());
    private readonly Lazy<Task<Dictionary<string, Fact>>> _referenced = new(static () => new SampleProgram(areReferenced: true).RunAsync());

    /// <summary>The facts where the types of the samples are in the project of the tasks.</summary>
    public Task<Dictionary<string, Fact>> InSource => _inSource.Value;

    /// <summary>The facts where the types of the samples are in another assembly.</summary>
    public Task<Dictionary<string, Fact>> Referenced => _referenced.Value;
}
