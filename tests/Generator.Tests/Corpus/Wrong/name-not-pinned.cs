// A rename of the class would rename the task on the wire (Hangfire#747).
/* TaskContracts.txt
NightlyTasks.Clean()
*/
public sealed class NightlyTasks
{
    [[|TG0200:Task|]]
    public void Clean() { }
}
