using System.Text;
using TaskGen.Canvases;
using TaskGen.Dispatch;
using TaskGen.Serialization;

namespace TaskGen.Tests;

public sealed class CanvasArgumentsTests
{
    [Theory]
    [InlineData("""{"b":2}""", "a", "1", """{"a":1,"b":2}""")]
    [InlineData("{}", "a", "[]", """{"a":[]}""")]
    [InlineData("{}", "a", "", """{"a":null}""")]
    [InlineData("{}", "ä\"", "\"x\"", "{\"ä\\\"\":\"x\"}")]
    [InlineData("""{"b":2}""", null, "1", """{"b":2}""")]
    public void The_input_joins_the_arguments(string arguments, string? name, string input, string expected) =>
        Assert.Equal(
            expected, Encoding.UTF8.GetString(CanvasArguments.Complete(Task(arguments, name), Encoding.UTF8.GetBytes(input)).Span));

    [Fact]
    public void The_key_is_that_of_an_ordinary_dispatch_with_these_arguments()
    {
        var task = Task("""{"b":2,"c":3}""", "a") with
        {
            HasArgumentKey = true,
            KeyArguments = Encoding.UTF8.GetBytes("""{"c":3}"""),
            InputDefault = Encoding.UTF8.GetBytes("7"),
        };

        Assert.Equal(Key("""{"c":3,"a":1}"""), CanvasArguments.KeyOf(task, Encoding.UTF8.GetBytes("1")));
        Assert.Equal(Key("""{"c":3}"""), CanvasArguments.KeyOf(task, Encoding.UTF8.GetBytes("7")));
        Assert.Equal(
            Key("""{"a":7,"b":2,"c":3}"""),
            CanvasArguments.KeyOf(task with { KeyArguments = null, InputDefault = null }, Encoding.UTF8.GetBytes("7")));
        var renamed = task with { Template = Templates.Least("renamed") };
        Assert.Equal(Key("""{"c":3}"""), CanvasArguments.KeyOf(renamed, Encoding.UTF8.GetBytes("7")));
        Assert.Null(CanvasArguments.KeyOf(task, Encoding.UTF8.GetBytes("{")));
        Assert.Equal("known", CanvasArguments.KeyOf(task with { HasArgumentKey = false, IdempotencyKey = "known" }, default));
        Assert.Null(CanvasArguments.KeyOf(task with { HasArgumentKey = false }, default));
    }

    /// <summary>Fault R11: a default and an input that two versions have written.</summary>
    [Theory]
    [InlineData("\"\\u4e2d\\u0022\"", "\"中\\\"\"", true)]
    [InlineData("\"中\"", "\"\\u4E2D\"", true)]
    [InlineData("{\"b\":1,\"a\":\"中\"}", "{\"a\":\"\\u4E2D\",\"b\":1}", true)]
    [InlineData("null", "", true)]
    [InlineData("\"中\"", "\"国\"", false)]
    [InlineData("\"中\"", "\"中", false)]
    public void An_input_equals_the_default_however_it_is_escaped(string defaultValue, string input, bool isDefault)
    {
        var task = Task("{}", "a") with { HasArgumentKey = true, InputDefault = Encoding.UTF8.GetBytes(defaultValue) };

        Assert.Equal(isDefault, CanvasArguments.KeyOf(task, Encoding.UTF8.GetBytes(input)) == Key("{}"));
    }

    private static string Key(string json) => IdempotencyKeys.FromArguments("t", Encoding.UTF8.GetBytes(json));

    private static CanvasTask Task(string arguments, string? name) => new()
    {
        Id = Guid.CreateVersion7(),
        Template = Templates.Least(),
        KeyName = "t",
        Arguments = Encoding.UTF8.GetBytes(arguments),
        InputName = name,
    };
}
