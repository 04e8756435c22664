using Generator.Tests.Support;
using TaskGen.Generator.ContractFile;

namespace Generator.Tests.ContractFiles;

/// <summary>Which files are read as contract files.</summary>
public sealed class ContractSetTests
{
    [Fact]
    public void Files_of_the_name_in_any_folder_are_one_and_each_counts_once()
    {
        var set = ContractSet.Read(
            [
                new TextFile("/shop/mail/TaskContracts.txt", "mail.send()\n"),
                new TextFile("/shop/TaskContracts.txt", "a()\n"),
                new TextFile("/shop/other.txt", "b()\n"),
                new TextFile("/shop/mail/TaskContracts.txt", "mail.send()\n"),
            ],
            default)!;

        Assert.Equal(["a", "mail.send"], set.Entries.Select(static entry => entry.Name));
        Assert.All(set.Entries, entry => Assert.Same(entry, set.Find(entry.Name!)));
    }

    [Fact]
    public void Without_a_file_of_the_name_there_is_none() =>
        Assert.Null(ContractSet.Read([new TextFile("/shop/Contracts.txt", "a()\n")], default));
}
