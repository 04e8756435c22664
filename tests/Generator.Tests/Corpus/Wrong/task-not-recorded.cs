// A new task that the contract does not know.
/* TaskContracts.txt
*/
public sealed class NewTasks
{
    [Task(Name = "new.run")]
    public void [|TG0210:Run|](int id) => Console.WriteLine(id);
}
