// A method that was moved to the background with its out parameter: the caller never sees it.
public sealed class ImportTasks
{
    [Task(Name = "import.count")]
    public void Count(string path, out int [|TG0003:rows|]) => rows = path.Length;
}
