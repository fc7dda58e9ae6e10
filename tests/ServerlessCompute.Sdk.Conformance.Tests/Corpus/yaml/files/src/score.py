def init():
    pass


def run(batch):
    return [len(item) for item in batch]
