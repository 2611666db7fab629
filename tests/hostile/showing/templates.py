# tries: to have templates, formats and rich markup filled in
# symptoms: {center: raised, price: raised}
# student: "{{ 7*7 }} [bold red]{student}%s"
# says: ["{{ 7*7 }}", "{function}", "[link=http"]
def center(X):
    raise ValueError("{{ 7*7 }} {% for x in config %} ${7*7} #{7*7} {function} {0} %(x)s %s")


def price(X, rate=0.5):
    raise ValueError("[bold]x[/bold] [link=http://evil]y[/link] [/] \\[z] :smile: {seconds}")
