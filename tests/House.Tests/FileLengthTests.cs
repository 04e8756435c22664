namespace House.Tests;

/// <summary>A file that grows beyond what can be read at one look is divided.</summary>
public sealed class FileLengthTests
{
    [Theory]
    [InlineData("src", 300)]
    [InlineData("bench", 300)]
    [InlineData("tests", 350)]
    public void No_file_is_longer_than_its_folder_allows(string folder, int most)
    {
        var found = SourceFiles.Below(folder)
            .Where(file => file.Lines.Length > most)
            .Select(file => $"{file.Path}:{most + 1}: {file.Lines.Length} lines")
            .ToList();
        Assert.True(
            found.Count == 0,
            $"{found.Count} file(s) below {folder} have more than {most} lines. "
            + $"Give each thing that they do a type and a file of its own.\n{string.Join('\n', found)}");
    }
}
