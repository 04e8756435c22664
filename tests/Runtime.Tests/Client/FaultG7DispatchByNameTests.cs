using Microsoft.Extensions.DependencyInjection;

namespace TaskGen.Tests.Client;

/// <summary>Arguments of a dispatch by name are refused with their path, the form that is required, and the form that was found.</summary>
public sealed class FaultG7DispatchByNameTests : IAsyncDisposable
{
    private readonly TestHost _host = new();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("""{"Name":"a","Parts":[{"Name":"b"},{"Name":1}]}""",
        "'branch.Parts[1].Name' cannot be read as System.String; it must be a string, but is a number")]
    [InlineData("""{"Name":"a","Parts":[{"Name":"b"},{}]}""", "'branch.Parts[1].Name' is missing")]
    [InlineData("""{"Name":"a","Parts":[{"Name":"b","Parts":[{"Name":null}]}]}""", "'branch.Parts[0].Parts[0].Name' must not be null")]
    public async Task A_member_is_named_by_its_path(string branch, string problem) =>
        Assert.Equal([problem], await ErrorsAsync($$"""{"type":"sales","branch":{{branch}}}"""));

    [Theory]
    [InlineData("\"Saturday\"")]
    [InlineData("\"secret\"")]
    [InlineData("1.5")]
    public async Task An_enumeration_lists_its_members(string day)
    {
        var error = Assert.Single(await ErrorsAsync($$"""{"type":"sales","day":{{day}}}"""));
        Assert.Contains("such as 0 (Sunday), 1 (Monday), ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> ErrorsAsync(string arguments)
    {
        var registry = _host.Services.GetRequiredService<ITaskRegistry>();
        return (await Assert.ThrowsAsync<TaskArgumentException>(() => registry.DelayAsync("reports.generate", arguments))).Errors;
    }
}
