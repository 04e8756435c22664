namespace House.Tests;

/// <summary>No line is longer than <c>.editorconfig</c> allows.</summary>
public sealed class LineLengthTests
{
    private const int Most = 140;

    [Theory]
    [InlineData("src")]
    [InlineData("bench")]
    [InlineData("tests")]
    public void No_line_has_more_than_140_characters(string folder)
    {
        var tooLong =
            from file in SourceFiles.Below(folder)
            from line in file.Lines.Select(static (text, index) => (text.Length, Number: index + 1))
            where line.Length > Most
            select $"{file.Path}:{line.Number}: {line.Length} characters";
        var found = tooLong.ToList();
        Assert.True(
            found.Count == 0,
            $"{found.Count} line(s) have more than {Most} characters. Break each at its outermost list or operator, "
            + $"four columns further in; cut a long string with +.\n{string.Join('\n', found)}");
    }
}
